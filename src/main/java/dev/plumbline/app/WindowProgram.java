package dev.plumbline.app;

import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;

/** Opens the window. */
final class WindowProgram {
    private WindowProgram() {}

    static void open(String[] arguments) {
        List<String> given = Arrays.asList(arguments);
        if (given.contains("--help") || given.contains("-h")) {
            System.out.println(WindowOptions.USAGE);
            return;
        }
        try {
            WindowOptions.parse(given);
        } catch (IllegalArgumentException wrong) {
            System.err.println("Error: " + wrong.getMessage());
            System.err.println(WindowOptions.USAGE);
            System.exit(2);
        }
        // It warns that it was not loaded from a module path, which is so on purpose.
        Logger javafx = Logger.getLogger("javafx");
        javafx.setLevel(Level.SEVERE);
        Application.launch(PlumblineApplication.class, arguments);
    }
}
