package dev.plumbline.migration.parse;

import com.dylibso.chicory.wasm.types.AnnotatedInstruction;
import com.dylibso.chicory.wasm.types.FunctionType;
import java.util.Arrays;
import java.util.List;

/** Writes flat code, and knows for each place of the stack which register holds its value: its own, or that of a local that was only read so far. */
final class FlatWriter {
    private final int locals;
    private int[] code = new int[1 << 10];
    private int written;
    private int[] stack = new int[16];
    private int height;
    private int highest;
    /** Where the last instruction begins whose result may go elsewhere; -1 when a branch may come between it and the next. */
    private int last = -1;

    FlatWriter(int locals) {
        this.locals = locals;
    }

    FlatCode code() {
        return new FlatCode(Arrays.copyOf(code, written), locals + highest);
    }

    int height() {
        return height;
    }

    /** The own register of a place of the stack. */
    int register(int place) {
        return locals + place;
    }

    void setHeight(int wanted) {
        for (int place = height; place < wanted; place++) {
            stack[place] = register(place);
        }
        height = wanted;
    }

    int top() {
        return stack[height - 1];
    }

    int pop() {
        return stack[--height];
    }

    int push() {
        int register = register(height);
        hold(register);
        return register;
    }

    private void hold(int register) {
        if (height == stack.length) {
            stack = Arrays.copyOf(stack, 2 * height);
        }
        stack[height++] = register;
        highest = Math.max(highest, height);
    }

    int emit(int... numbers) {
        if (written + numbers.length > code.length) {
            code = Arrays.copyOf(code, 2 * code.length + numbers.length);
        }
        System.arraycopy(numbers, 0, code, written, numbers.length);
        last = written;
        written += numbers.length;
        return last;
    }

    void set(int place, int value) {
        code[place] = value;
    }

    void move(int to, int from) {
        if (to != from) {
            emit(FlatOp.MOVE, to, from);
        }
    }

    /** Where the next instruction is, to which a branch goes. */
    int label() {
        last = -1;
        return written;
    }

    /** A branch whose place is filled in later; returns that place. */
    int branch(int op, int condition) {
        emit(op == FlatOp.BR ? new int[] {op, 0} : new int[] {op, condition, 0});
        return written - 1;
    }

    void branchBack(int to) {
        emit(FlatOp.BR, to);
    }

    /** Returns where the first of the places is to be written. */
    int table(int chosen, int places) {
        int[] numbers = new int[3 + places];
        numbers[0] = FlatOp.BR_TABLE;
        numbers[1] = chosen;
        numbers[2] = places - 1;
        return emit(numbers) + 3;
    }

    void land(List<Integer> places) {
        places.forEach(place -> code[place] = written);
        last = -1;
    }

    /** Each value goes into its own register, as all ways to one place must find it there. */
    void settle() {
        for (int place = 0; place < height; place++) {
            settle(place);
        }
    }

    private void settle(int place) {
        if (stack[place] != register(place)) {
            emit(FlatOp.MOVE, register(place), stack[place]);
            stack[place] = register(place);
        }
    }

    void call(int op, FunctionType type, int callee) {
        int[] numbers = new int[4 + type.params().size()];
        for (int each = numbers.length - 1; each >= 4; each--) {
            numbers[each] = pop();
        }
        numbers[0] = op;
        numbers[1] = type.returns().isEmpty() ? -1 : push();
        numbers[2] = callee;
        numbers[3] = numbers.length - 4;
        emit(numbers);
        last = -1;
    }

    /** What neither branches nor calls. */
    void plain(int op, AnnotatedInstruction instruction) {
        switch (op) {
            case FlatOp.DROP -> pop();
            case FlatOp.LOCAL_GET -> hold((int) instruction.operand(0));
            case FlatOp.LOCAL_SET -> assign((int) instruction.operand(0), pop());
            case FlatOp.LOCAL_TEE -> {
                assign((int) instruction.operand(0), pop());
                hold((int) instruction.operand(0));
            }
            case FlatOp.GLOBAL_GET -> emit(op, push(), (int) instruction.operand(0));
            case FlatOp.GLOBAL_SET -> emit(op, (int) instruction.operand(0), pop());
            case FlatOp.I32_CONST -> emit(op, push(), (int) instruction.operand(0));
            case FlatOp.I64_CONST, FlatOp.F64_CONST -> {
                long value = instruction.operand(0);
                emit(FlatOp.LONG_CONST, push(), (int) (value >> 32), (int) value);
            }
            case FlatOp.SELECT -> {
                int condition = pop();
                int second = pop();
                int first = pop();
                emit(op, push(), first, second, condition);
            }
            case FlatOp.MEMORY_COPY -> {
                int length = pop();
                int from = pop();
                emit(op, pop(), from, length);
            }
            default -> withValues(op, instruction);
        }
    }

    private void withValues(int op, AnnotatedInstruction instruction) {
        if (FlatOp.isLoad(op)) {
            int place = pop();
            emit(op, push(), place, (int) instruction.operand(1));
        } else if (FlatOp.isStore(op)) {
            int value = pop();
            emit(op, pop(), value, (int) instruction.operand(1));
            last = -1;
        } else if (FlatOp.isOfValues(op)) {
            // One that is not known is found now, and not when it runs.
            FlatValues.of(op, 1, 1);
            int second = pop();
            int first = FlatValues.isOfOne(op) ? second : pop();
            emit(op, push(), first, second);
        } else {
            throw new ParserFailure("operation " + Integer.toHexString(op) + " is not known");
        }
    }

    /** A local gets a value; what holds its old one on the stack keeps it. */
    private void assign(int local, int value) {
        for (int place = 0; place < height; place++) {
            if (stack[place] == local) {
                settle(place);
            }
        }
        if (last >= 0 && value == register(height) && code[last + 1] == value && makesValue(code[last])) {
            code[last + 1] = local;
        } else {
            move(local, value);
        }
        last = -1;
    }

    private static boolean makesValue(int op) {
        return FlatOp.isOfValues(op)
                || FlatOp.isLoad(op)
                || op == FlatOp.I32_CONST
                || op == FlatOp.LONG_CONST
                || op == FlatOp.SELECT
                || op == FlatOp.GLOBAL_GET;
    }
}
