package dev.plumbline.pg;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.jspecify.annotations.Nullable;

/**
 * Whether a certificate is for a host, as libpq decides under {@code verify-full} (PostgreSQL manual 34.19.1): subject alternative names
 * first, the common name only where there are none of the host's kind; a star stands for the whole first label.
 */
final class HostnameCheck {
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private HostnameCheck() {}

    static boolean matches(X509Certificate certificate, String host) {
        int kindOfHost = isAddress(host) ? IP_ADDRESS : DNS_NAME;
        boolean sawNames = false;
        for (List<?> name : alternativeNames(certificate)) {
            int type = (Integer) name.get(0);
            String value = String.valueOf(name.get(1));
            if (type == DNS_NAME && matchesName(value, host) || type == IP_ADDRESS && sameAddress(value, host)) {
                return true;
            }
            sawNames |= type == kindOfHost;
        }
        String common = commonName(certificate);
        return !sawNames && common != null && matchesName(common, host);
    }

    /** The names a certificate is for, as a message lists them. */
    static String namesOf(X509Certificate certificate) {
        String names = alternativeNames(certificate).stream()
                .filter(name -> name.get(0).equals(DNS_NAME) || name.get(0).equals(IP_ADDRESS))
                .map(name -> String.valueOf(name.get(1)))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? String.valueOf(commonName(certificate)) : names;
    }

    private static Collection<List<?>> alternativeNames(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null ? List.of() : names;
        } catch (CertificateParsingException damaged) {
            return List.of();
        }
    }

    private static boolean matchesName(String pattern, String host) {
        String wanted = pattern.toLowerCase(Locale.ROOT);
        String name = host.toLowerCase(Locale.ROOT);
        if (wanted.equals(name)) {
            return true;
        }
        if (!wanted.startsWith("*.") || isAddress(host)) {
            return false;
        }
        int dot = name.indexOf('.');
        return dot > 0 && name.substring(dot).equals(wanted.substring(1));
    }

    private static @Nullable String commonName(X509Certificate certificate) {
        try {
            for (Rdn part : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
                if (part.getType().equalsIgnoreCase("CN")) {
                    return String.valueOf(part.getValue());
                }
            }
            return null;
        } catch (InvalidNameException damaged) {
            return null;
        }
    }

    static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || host.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    }

    private static boolean sameAddress(String one, String host) {
        try {
            return isAddress(host)
                    && Arrays.equals(
                            InetAddress.getByName(one).getAddress(),
                            InetAddress.getByName(host).getAddress());
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }
}
