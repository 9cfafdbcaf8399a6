package dev.plumbline.pg;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Takes the blocks out of a PEM text (RFC 7468); what stands between them is ignored. */
final class PemReader {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";

    private PemReader() {}

    /** One block: its label, whether it is encrypted, and what stands in it. */
    record Block(String label, boolean encrypted, String base64) {
        byte[] bytes() throws IOException {
            try {
                return Base64.getMimeDecoder().decode(base64);
            } catch (IllegalArgumentException damaged) {
                throw new IOException("a PEM block is damaged: " + damaged.getMessage(), damaged);
            }
        }
    }

    static List<Block> blocks(Pem pem) throws IOException {
        String text = text(pem);
        List<Block> blocks = new ArrayList<>();
        for (int from = text.indexOf(BEGIN); from >= 0; from = text.indexOf(BEGIN, from + BEGIN.length())) {
            int labelEnds = text.indexOf(DASHES, from + BEGIN.length());
            int bodyEnds = text.indexOf(END, from);
            if (labelEnds < 0 || bodyEnds < labelEnds) {
                throw new IOException("a PEM block does not end");
            }
            String label = text.substring(from + BEGIN.length(), labelEnds);
            String body = text.substring(labelEnds + DASHES.length(), bodyEnds);
            boolean encrypted = label.startsWith("ENCRYPTED") || body.contains("ENCRYPTED");
            blocks.add(new Block(label, encrypted, body));
        }
        return blocks;
    }

    static List<X509Certificate> certificates(Pem pem) throws IOException, GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> certificates = new ArrayList<>();
        for (Block block : blocks(pem)) {
            if (block.label().endsWith("CERTIFICATE")) {
                Certificate certificate = factory.generateCertificate(new ByteArrayInputStream(block.bytes()));
                certificates.add((X509Certificate) certificate);
            }
        }
        return certificates;
    }

    private static String text(Pem pem) throws IOException {
        if (pem instanceof Pem.File file) {
            return Files.readString(file.path(), StandardCharsets.ISO_8859_1);
        }
        return pem instanceof Pem.Text given ? given.text() : "";
    }
}
