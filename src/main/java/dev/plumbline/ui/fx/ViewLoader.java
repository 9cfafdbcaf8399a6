package dev.plumbline.ui.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Locale;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/**
 * Loads the FXML that belongs to a controller: {@code ui.roles.RoleGraphController} ↔ {@code fxml/roles/role-graph.fxml} ↔
 * {@code styles/roles.css} (where there is one). The controller was made by an ordinary constructor.
 */
public final class ViewLoader {
    private static final String SUFFIX = "Controller";

    private ViewLoader() {}

    /** The loaded root, with the controller's fields filled and the feature's style sheet added. */
    public static Parent load(Object controller) {
        Class<?> type = controller.getClass();
        FXMLLoader loader = new FXMLLoader(require(fxmlOf(type)), Texts.bundle());
        loader.setClassLoader(ViewLoader.class.getClassLoader());
        loader.setController(controller);
        try {
            Parent root = loader.load();
            URL style = ViewLoader.class.getResource(styleOf(type));
            if (style != null) {
                root.getStylesheets().add(style.toExternalForm());
            }
            return root;
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot load " + fxmlOf(type), broken);
        }
    }

    public static String fxmlOf(Class<?> controller) {
        String name = controller.getSimpleName();
        if (!name.endsWith(SUFFIX)) {
            throw new IllegalArgumentException(name + " is not named …" + SUFFIX);
        }
        String kebab = name.substring(0, name.length() - SUFFIX.length())
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
        return "/fxml/" + featureOf(controller) + "/" + kebab + ".fxml";
    }

    public static String styleOf(Class<?> controller) {
        return "/styles/" + featureOf(controller) + ".css";
    }

    private static String featureOf(Class<?> controller) {
        String room = controller.getPackageName();
        return room.substring(room.lastIndexOf('.') + 1);
    }

    private static URL require(String path) {
        URL found = ViewLoader.class.getResource(path);
        if (found == null) {
            throw new IllegalStateException(path + " is not in the application");
        }
        return found;
    }
}
