package dev.plumbline.migration.parse;

import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.WasmFunctionHandle;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.ValType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What the compiled parser expects of the machine around it. Emscripten, which compiled it, gave every import and export a name of one letter; PostgreSQL's error
 * handling is setjmp and longjmp, which it turns into an exception thrown here and caught where the parser was called through one of the invokers.
 */
final class ParserImports {
    private static final String MODULE = "a";
    private static final int PAGE = 65_536;
    private static final long[] ZERO = {0};
    /** Emscripten's invokers: the letter and the result and parameters of the function that is called, void, int or long. */
    private static final List<String> INVOKERS = List.of(
            "g:i",
            "b:ii",
            "a:iii",
            "d:iiii",
            "k:iiiii",
            "l:ji",
            "e:v",
            "f:vi",
            "h:vii",
            "j:viii",
            "i:viiii",
            "y:viiiii",
            "n:viiiiiiiiiiiii");

    private ParserImports() {}

    /** Thrown by longjmp, to unwind to the invoker below it. */
    private static final class LongJump extends RuntimeException {
        private static final long serialVersionUID = 1;

        LongJump() {
            super("longjmp", null, false, false);
        }
    }

    static ImportValues all() {
        List<HostFunction> functions = new ArrayList<>();
        WasmFunctionHandle zero = (instance, arguments) -> ZERO.clone();
        functions.add(stops("c", 4, "an assertion failed"));
        functions.add(stops("x", 0, "it aborted"));
        functions.add(stops("m", 1, "it wanted to exit"));
        functions.add(stops("v", 1, "it wanted to exit"));
        functions.add(function("w", 0, false, (instance, arguments) -> null));
        functions.add(function("p", 0, false, (instance, arguments) -> {
            throw new LongJump();
        }));
        functions.add(new HostFunction(
                MODULE, "o", FunctionType.of(List.of(ValType.I32, ValType.F64), List.of(ValType.I32)), zero));
        functions.add(function("q", 1, true, ParserImports::grow));
        functions.add(function("u", 1, true, zero));
        functions.add(function("r", 4, true, zero));
        functions.add(new HostFunction(
                MODULE,
                "s",
                FunctionType.of(List.of(ValType.I32, ValType.I64, ValType.I32, ValType.I32), List.of(ValType.I32)),
                zero));
        functions.add(function("t", 4, true, ParserImports::discard));
        INVOKERS.forEach(invoker -> functions.add(invoker(invoker.substring(0, 1), invoker.substring(2))));
        return ImportValues.builder()
                .addFunction(functions.toArray(new HostFunction[0]))
                .build();
    }

    private static HostFunction function(String name, int parameters, boolean result, WasmFunctionHandle body) {
        return new HostFunction(
                MODULE,
                name,
                FunctionType.of(
                        Collections.nCopies(parameters, ValType.I32), result ? List.of(ValType.I32) : List.of()),
                body);
    }

    private static HostFunction stops(String name, int parameters, String why) {
        return function(name, parameters, false, (instance, arguments) -> {
            throw new ParserFailure(why);
        });
    }

    private static long[] grow(Instance instance, long... arguments) {
        long bytes = arguments[0] & 0xffffffffL;
        int wanted = (int) ((bytes + PAGE - 1) / PAGE);
        int now = instance.memory().pages();
        boolean grown = wanted <= now || instance.memory().grow(Math.max(wanted - now, now / 5 + 1)) >= 0;
        return new long[] {grown ? 1 : 0};
    }

    /** A write to a file descriptor: nobody reads what the parser would print. */
    private static long[] discard(Instance instance, long... arguments) {
        int total = 0;
        for (int part = 0; part < arguments[2]; part++) {
            total += instance.memory().readInt((int) arguments[1] + 8 * part + 4);
        }
        instance.memory().writeI32((int) arguments[3], total);
        return ZERO.clone();
    }

    private static HostFunction invoker(String name, String signature) {
        List<ValType> parameters = new ArrayList<>(List.of(ValType.I32));
        signature.chars().skip(1).forEach(type -> parameters.add(type == 'j' ? ValType.I64 : ValType.I32));
        List<ValType> results = switch (signature.charAt(0)) {
            case 'v' -> List.of();
            case 'j' -> List.of(ValType.I64);
            default -> List.of(ValType.I32);
        };
        return new HostFunction(MODULE, name, FunctionType.of(parameters, results), (instance, arguments) -> {
            long stack = instance.export("R").apply()[0];
            try {
                int function = instance.table(0).requiredRef((int) arguments[0]);
                return instance.getMachine().call(function, Arrays.copyOfRange(arguments, 1, arguments.length));
            } catch (LongJump jump) {
                instance.export("Q").apply(stack);
                instance.export("P").apply(1, 0);
                return results.isEmpty() ? null : ZERO.clone();
            }
        });
    }
}
