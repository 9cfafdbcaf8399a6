package dev.plumbline.kube.kubeconfig;

import dev.plumbline.model.Visible;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A program that a kubeconfig asks to run for logging in (client.authentication.k8s.io). {@code environment} are pairs {@code name=value} in the
 * order written. A command with a path separator is already relative to its kubeconfig, as kubectl takes it.
 */
public record ExecPlugin(
        String apiVersion,
        String command,
        List<String> arguments,
        List<Variable> environment,
        String interactiveMode,
        boolean wantsCluster,
        String installHint) {

    /** One variable of the program's environment. */
    public record Variable(String name, String value) {}

    public ExecPlugin {
        arguments = List.copyOf(arguments);
        environment = List.copyOf(environment);
    }

    static ExecPlugin of(YamlMap map, Path folder) {
        return new ExecPlugin(
                map.text("apiVersion"),
                command(folder, map.text("command")),
                map.texts("args"),
                map.maps("env").stream()
                        .map(pair -> new Variable(pair.text("name"), pair.text("value")))
                        .toList(),
                map.text("interactiveMode"),
                map.flag("provideClusterInfo"),
                map.text("installHint"));
    }

    /** The command as a person reads it before approving it: every part quoted that needs it, nothing invisible left. */
    public String shown() {
        List<String> words = new ArrayList<>();
        environment.forEach(pair -> words.add(pair.name() + "=" + quoted(pair.value())));
        words.add(quoted(command));
        arguments.forEach(argument -> words.add(quoted(argument)));
        return words.stream().map(Visible::text).collect(Collectors.joining(" "));
    }

    /** SHA-256 over command, arguments and environment, each with its length before it, in hexadecimal: what an approval remembers. */
    public String hash() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        put(bytes, command);
        count(bytes, arguments.size());
        arguments.forEach(argument -> put(bytes, argument));
        count(bytes, environment.size());
        environment.forEach(pair -> {
            put(bytes, pair.name());
            put(bytes, pair.value());
        });
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static void put(ByteArrayOutputStream bytes, String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        count(bytes, encoded.length);
        bytes.writeBytes(encoded);
    }

    private static void count(ByteArrayOutputStream bytes, int number) {
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }

    private static String command(Path folder, String command) {
        boolean isPath = command.indexOf('/') >= 0 || command.indexOf(File.separatorChar) >= 0;
        return isPath ? folder.resolve(command).normalize().toString() : command;
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
