package dev.plumbline.migration.parse;

import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The file that holds the compiled parser; one whose SHA-256 is another is not loaded. */
final class ParserFile {
    private static final String NAME = "libpg-query.wasm";
    private static final String SHA_256 = "378b64e6182f65c71ad5dbd2c31c81e9dfed7d2f2debfb4b51c0d0de8fa2ae36";

    private ParserFile() {}

    static WasmModule load() {
        try (InputStream stream = ParserFile.class.getResourceAsStream(NAME)) {
            if (stream == null) {
                throw new IllegalStateException("this program was packaged without " + NAME);
            }
            byte[] bytes = stream.readAllBytes();
            String found = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            if (!found.equals(SHA_256)) {
                throw new IllegalStateException(NAME + " is not the file it was built with: its SHA-256 is " + found);
            }
            return Parser.parse(bytes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
