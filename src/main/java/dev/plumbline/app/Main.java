package dev.plumbline.app;

/** Where the program starts: the window without arguments or with {@code window}, else a command. Does not extend Application on purpose: JavaFX
 * then needs no module path. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        if (arguments.length == 0 || arguments[0].equals("window")) {
            WindowProgram.open(arguments);
        } else {
            System.exit(CommandProgram.ofProcess().run(arguments));
        }
    }
}
