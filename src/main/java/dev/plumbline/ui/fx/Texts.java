package dev.plumbline.ui.fx;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The window's words, by key. */
public final class Texts {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("dev.plumbline.ui.texts", Locale.ROOT, Texts.class.getClassLoader());

    private Texts() {}

    public static ResourceBundle bundle() {
        return BUNDLE;
    }

    /** The text of a key; {@code {0}} and so on are replaced when there are arguments. */
    public static String get(String key, Object... arguments) {
        String text = BUNDLE.getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(arguments);
    }
}
