package dev.plumbline.pg;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the pool is given for a connection. It answers by itself what the pool would otherwise ask the server: the isolation level at first
 * use, and whether a connection lives, which is taken for granted for {@link #TRUSTED} after the last answer. A connection that died in that
 * time is noticed by the reading that meets it, which is then done again.
 */
final class QuietConnection implements InvocationHandler {
    static final Duration TRUSTED = Duration.ofMinutes(5);
    private final Link link;

    private QuietConnection(Link link) {
        this.link = link;
    }

    static Connection of(Link link) {
        return (Connection) Proxy.newProxyInstance(
                QuietConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, new QuietConnection(link));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "getTransactionIsolation" -> Connection.TRANSACTION_READ_COMMITTED;
            case "isValid" -> isTrusted() || link.connection().isValid(2);
            case "unwrap" -> link;
            case "close" -> closeLink();
            default -> passOn(method, arguments);
        };
    }

    private boolean isTrusted() {
        return !link.isClosed() && link.meter().nanosSinceLastAnswer() < TRUSTED.toNanos();
    }

    private @Nullable Object closeLink() {
        link.close();
        return null;
    }

    private @Nullable Object passOn(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(link.connection(), arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }
}
