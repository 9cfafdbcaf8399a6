package dev.plumbline.kube.kubeconfig;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read, in words: the platform's exceptions often hold nothing but the path. */
final class FileTrouble {
    private FileTrouble() {}

    static String of(IOException trouble) {
        if (trouble instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (trouble instanceof AccessDeniedException) {
            return "the file may not be read (permission denied)";
        }
        return "the file could not be read (" + trouble.getMessage() + ")";
    }
}
