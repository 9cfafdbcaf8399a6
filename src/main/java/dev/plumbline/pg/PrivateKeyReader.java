package dev.plumbline.pg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Makes a private key from PEM: PKCS#8 (RFC 5958), RSA PKCS#1 (RFC 8017) and EC (RFC 5915); the two older forms are wrapped into PKCS#8,
 * which is all that Java reads.
 */
final class PrivateKeyReader {
    private static final byte[] VERSION_0 = {0x02, 0x01, 0x00};
    private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
    private static final byte[] EC_PUBLIC_KEY = HexFormat.of().parseHex("06072a8648ce3d0201");

    private PrivateKeyReader() {}

    static PrivateKey read(Pem pem) throws IOException, GeneralSecurityException {
        for (PemReader.Block block : PemReader.blocks(pem)) {
            if (block.label().endsWith("PRIVATE KEY")) {
                if (block.encrypted()) {
                    throw new GeneralSecurityException("the private key is encrypted");
                }
                return ofPkcs8(pkcs8(block));
            }
        }
        throw new GeneralSecurityException("there is no private key in it");
    }

    private static byte[] pkcs8(PemReader.Block block) throws IOException, GeneralSecurityException {
        return switch (block.label()) {
            case "PRIVATE KEY" -> block.bytes();
            case "RSA PRIVATE KEY" -> sequence(VERSION_0, RSA, element(0x04, block.bytes()));
            case "EC PRIVATE KEY" ->
                sequence(VERSION_0, sequence(EC_PUBLIC_KEY, curveOf(block.bytes())), element(0x04, block.bytes()));
            default -> throw new GeneralSecurityException("a key of the form " + block.label() + " is not known here");
        };
    }

    private static PrivateKey ofPkcs8(byte[] encoded) throws GeneralSecurityException {
        for (String algorithm : List.of("RSA", "EC", "Ed25519", "Ed448", "RSASSA-PSS")) {
            Optional<PrivateKey> key = ofAlgorithm(algorithm, encoded);
            if (key.isPresent()) {
                return key.get();
            }
        }
        throw new GeneralSecurityException("the private key is of no kind that this Java knows, or it is damaged");
    }

    private static Optional<PrivateKey> ofAlgorithm(String algorithm, byte[] encoded) throws GeneralSecurityException {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (InvalidKeySpecException anotherAlgorithm) {
            return Optional.empty();
        }
    }

    /** ECPrivateKey is version, private key octets, then [0] with the curve's object identifier. */
    private static byte[] curveOf(byte[] key) throws GeneralSecurityException {
        int header = key[1] >= 0 ? 2 : 2 + (key[1] & 0x7f);
        int octets = header + VERSION_0.length;
        int curve = octets + 2 + key[octets + 1];
        if (curve + 3 >= key.length || (key[curve] & 0xff) != 0xa0 || key[curve + 2] != 0x06) {
            throw new GeneralSecurityException("the EC key does not name its curve");
        }
        return Arrays.copyOfRange(key, curve + 2, curve + 2 + key[curve + 1]);
    }

    private static byte[] sequence(byte[]... parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            body.writeBytes(part);
        }
        return element(0x30, body.toByteArray());
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        if (content.length < 128) {
            element.write(content.length);
        } else if (content.length < 256) {
            element.write(0x81);
            element.write(content.length);
        } else {
            element.write(0x82);
            element.write(content.length >> 8);
            element.write(content.length);
        }
        element.writeBytes(content);
        return element.toByteArray();
    }
}
