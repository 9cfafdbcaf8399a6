package dev.plumbline.sandbox.kubeapi;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Who may do what, by bearer token. While no token is admitted everybody may do everything; from the first one on, a token is needed. */
public final class AccessRules {
    private record Rule(String user, Predicate<Attributes> allowed) {}

    private static final Rule EVERYTHING = new Rule("system:admin", attributes -> true);
    private static final String NOBODY = "";
    private final Map<String, Rule> rules = new ConcurrentHashMap<>();

    public AccessRules admit(String token, String user, Predicate<Attributes> allowed) {
        rules.put(token, new Rule(user, allowed));
        return this;
    }

    /** From now on the token is as good as expired. */
    public AccessRules revoke(String token) {
        rules.put(token, new Rule(NOBODY, attributes -> false));
        return this;
    }

    /** @throws ApiFailure 401 when the token is not known */
    void authenticate(String token) {
        rule(token);
    }

    boolean allows(String token, Attributes attributes) {
        return rule(token).allowed.test(attributes);
    }

    /** @throws ApiFailure 401 or 403 */
    void check(String token, Attributes attributes) {
        Rule rule = rule(token);
        if (!rule.allowed.test(attributes)) {
            throw new ApiFailure(403, "Forbidden", attributes.refusal(rule.user));
        }
    }

    private Rule rule(String token) {
        if (rules.isEmpty()) {
            return EVERYTHING;
        }
        Rule rule = rules.get(token);
        if (rule == null || rule.user.equals(NOBODY)) {
            throw new ApiFailure(401, "Unauthorized", "Unauthorized");
        }
        return rule;
    }
}
