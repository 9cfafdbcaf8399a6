package dev.plumbline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/** The least a JavaFX window with a table can cost: prints milliseconds from process start to the second frame, and resident memory. */
public final class BareWindow {
    private BareWindow() {}

    public static void main(String[] args) {
        Application.launch(Shown.class, args);
    }

    /** Apart, because Java will not start a main class that is an Application from a class path. */
    public static final class Shown extends Application {
        @Override
        public void start(Stage stage) {
            TableView<String> table = new TableView<>(FXCollections.observableArrayList("one", "two", "three"));
            TableColumn<String, String> column = new TableColumn<>("text");
            column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue()));
            table.getColumns().add(column);
            stage.setScene(new Scene(table, 1440, 900));
            stage.show();
            new AnimationTimer() {
                private int frames;

                @Override
                public void handle(long now) {
                    if (++frames == 2) {
                        print();
                        Platform.exit();
                    }
                }
            }.start();
        }
    }

    private static void print() {
        long millis = Duration.between(
                        ProcessHandle.current().info().startInstant().orElseThrow(), Instant.now())
                .toMillis();
        System.out.printf(Locale.ROOT, "{\"firstFrameMs\":%d,\"residentMb\":%d}%n", millis, residentMegabytes());
    }

    static long residentMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(kilobytes -> Long.parseLong(kilobytes) / 1024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException notLinux) {
            return -1;
        }
    }
}
