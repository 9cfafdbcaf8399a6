package dev.plumbline.kube;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A certificate with its key, made by the JDK's own keytool. */
record TestCertificate(KeyStore store) {
    static final char[] PASSWORD = "changeit".toCharArray();
    private static final String ALIAS = "it";
    private static final String AUTHORITY = "ca";

    /** Signed by itself; {@code options} are keytool's, such as {@code -keyalg RSA} or {@code -ext san=dns:localhost}. */
    static TestCertificate make(Path folder, String name, String... options) throws IOException {
        Path file = folder.resolve(name + ".p12");
        run(file, ALIAS, options);
        return load(file);
    }

    /** Signed by an authority of its own, which stays in the store beside it. */
    static TestCertificate makeSigned(Path folder, String name, String... options) throws IOException {
        Path file = folder.resolve(name + ".p12");
        run(file, AUTHORITY, "-keyalg", "EC", "-ext", "bc:c=ca:true");
        List<String> signed = new ArrayList<>(List.of(options));
        signed.addAll(List.of("-signer", AUTHORITY));
        run(file, ALIAS, signed.toArray(String[]::new));
        return load(file);
    }

    private static void run(Path file, String alias, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                "CN=" + file.getFileName().toString().replace(".p12", ""),
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD)));
        command.addAll(List.of(options));
        Path said = file.resolveSibling(file.getFileName() + ".log");
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (keytool.onExit().join().exitValue() != 0) {
            throw new IOException(Files.readString(said));
        }
    }

    private static TestCertificate load(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            return new TestCertificate(store);
        } catch (GeneralSecurityException broken) {
            throw new IOException(broken);
        }
    }

    /** The authority that signed it, taken out of the store so that a server cannot show it as its own. */
    String takeAuthority() throws GeneralSecurityException {
        String pem = pem("CERTIFICATE", store.getCertificate(AUTHORITY).getEncoded());
        store.deleteEntry(AUTHORITY);
        return pem;
    }

    String pem() throws GeneralSecurityException {
        return pem("CERTIFICATE", store.getCertificate(ALIAS).getEncoded());
    }

    /** The key as PKCS #8. */
    byte[] key() throws GeneralSecurityException {
        return store.getKey(ALIAS, PASSWORD).getEncoded();
    }

    byte[] encoded() throws GeneralSecurityException {
        return store.getCertificate(ALIAS).getEncoded();
    }

    static String pem(String type, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n";
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
