package dev.plumbline.pg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Who else may use a file that holds a secret. */
final class FileAccess {
    private static final Set<PosixFilePermission> OTHERS = EnumSet.complementOf(EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    private FileAccess() {}

    /** What group and others may do with it; empty where the file system knows no such permissions. */
    static Set<PosixFilePermission> ofOthers(Path file) throws IOException {
        Set<PosixFilePermission> granted = EnumSet.noneOf(PosixFilePermission.class);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            granted.addAll(Files.getPosixFilePermissions(file));
            granted.retainAll(OTHERS);
        }
        return granted;
    }

    /** A key of root's may be readable by its group, as libpq allows (PostgreSQL manual 34.19.2). */
    static boolean keyIsTooOpen(Path file) throws IOException {
        Set<PosixFilePermission> granted = ofOthers(file);
        boolean isRoots = Files.getOwner(file).getName().equals("root");
        boolean isMine =
                System.getProperty("user.name", "").equals(Files.getOwner(file).getName());
        if (isRoots && !isMine) {
            granted.remove(PosixFilePermission.GROUP_READ);
        }
        return !granted.isEmpty();
    }
}
