package dev.plumbline.migration.parse;

import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.AnnotatedInstruction;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.ImportSection;
import java.util.ArrayList;
import java.util.List;

/** Makes one function of a module flat. Knows the operations that the large functions of the parser have, and throws ParserFailure at any other. */
final class FlatTranslation {
    /** The type of a block without a value. */
    private static final long EMPTY = 0x40;

    private final WasmModule module;
    private final FlatWriter writer;
    private final List<Block> blocks = new ArrayList<>();
    private final FunctionType type;
    /** Blocks opened behind a branch, where nothing ever runs; -1 where something does. */
    private int unreachable = -1;

    private FlatTranslation(WasmModule module, int function) {
        this.module = module;
        int own = function - imports();
        this.type = module.functionSection().getFunctionType(own, module.typeSection());
        int locals = module.codeSection().getFunctionBody(own).localTypes().size();
        this.writer = new FlatWriter(type.params().size() + locals);
    }

    /** {@code begin} is where a branch to a loop goes, -1 of what is left at its end; {@code toEnd} and {@code toElse} are the places in the code that wait for it. */
    private record Block(int height, int begin, boolean hasValue, List<Integer> toEnd, List<Integer> toElse) {
        static Block of(int height, int begin, boolean hasValue) {
            return new Block(height, begin, hasValue, new ArrayList<>(), new ArrayList<>());
        }
    }

    static FlatCode of(WasmModule module, int function) {
        FlatTranslation translation = new FlatTranslation(module, function);
        translation.blocks.add(Block.of(0, -1, !translation.type.returns().isEmpty()));
        module.codeSection()
                .getFunctionBody(function - translation.imports())
                .instructions()
                .forEach(translation::take);
        return translation.writer.code();
    }

    private int imports() {
        ImportSection imports = module.importSection();
        return imports == null ? 0 : imports.importCount();
    }

    private void take(AnnotatedInstruction instruction) {
        int op = FlatOp.of(instruction.opcode().opcode());
        if (unreachable >= 0) {
            pass(op);
            return;
        }
        switch (op) {
            case FlatOp.BLOCK, FlatOp.LOOP, FlatOp.IF -> open(op, instruction.operand(0) != EMPTY);
            case FlatOp.ELSE -> otherwise();
            case FlatOp.END -> close();
            case FlatOp.BR -> {
                jump(FlatOp.BR, (int) instruction.operand(0));
                unreachable = 0;
            }
            case FlatOp.BR_IF -> jumpIf((int) instruction.operand(0));
            case FlatOp.BR_TABLE -> table(instruction);
            case FlatOp.RETURN -> {
                leave(blocks.get(0));
                unreachable = 0;
            }
            case FlatOp.UNREACHABLE -> {
                writer.emit(op);
                unreachable = 0;
            }
            case FlatOp.CALL -> {
                int callee = (int) instruction.operand(0);
                writer.call(op, typeOf(callee), callee);
            }
            case FlatOp.CALL_INDIRECT ->
                writer.call(op, module.typeSection().getType((int) instruction.operand(0)), writer.pop());
            default -> writer.plain(op, instruction);
        }
    }

    private FunctionType typeOf(int function) {
        int imports = imports();
        return function < imports
                ? module.typeSection()
                        .getType(((FunctionImport) module.importSection().getImport(function)).typeIndex())
                : module.functionSection().getFunctionType(function - imports, module.typeSection());
    }

    /** Behind a branch only what closes a block counts. */
    private void pass(int op) {
        switch (op) {
            case FlatOp.BLOCK, FlatOp.LOOP, FlatOp.IF -> unreachable++;
            case FlatOp.ELSE -> {
                if (unreachable == 0) {
                    startElse();
                }
            }
            case FlatOp.END -> {
                if (unreachable == 0) {
                    end();
                } else {
                    unreachable--;
                }
            }
            default -> {}
        }
    }

    private void open(int op, boolean hasValue) {
        int condition = op == FlatOp.IF ? writer.pop() : -1;
        writer.settle();
        Block block = Block.of(writer.height(), op == FlatOp.LOOP ? writer.label() : -1, hasValue);
        blocks.add(block);
        if (op == FlatOp.IF) {
            block.toElse().add(writer.branch(FlatOp.BR_UNLESS, condition));
        }
    }

    private void otherwise() {
        leaveValue(target(0));
        target(0).toEnd().add(writer.branch(FlatOp.BR, -1));
        startElse();
    }

    private void startElse() {
        Block block = target(0);
        writer.land(block.toElse());
        block.toElse().clear();
        writer.setHeight(block.height());
        unreachable = -1;
    }

    private void close() {
        leaveValue(target(0));
        end();
    }

    private void end() {
        Block block = blocks.remove(blocks.size() - 1);
        writer.land(block.toElse());
        writer.land(block.toEnd());
        writer.setHeight(block.height());
        if (block.hasValue()) {
            writer.push();
        }
        unreachable = -1;
        if (blocks.isEmpty()) {
            leave(block);
        }
    }

    private void leave(Block function) {
        writer.emit(FlatOp.RETURN, function.hasValue() ? writer.top() : -1);
    }

    /** The value of a block goes where those behind it look for it. */
    private void leaveValue(Block block) {
        if (block.hasValue()) {
            writer.move(writer.register(block.height()), writer.top());
        }
    }

    private Block target(int depth) {
        return blocks.get(blocks.size() - 1 - depth);
    }

    private void jump(int op, int depth) {
        Block target = target(depth);
        if (target.begin() >= 0) {
            writer.branchBack(target.begin());
        } else {
            leaveValue(target);
            target.toEnd().add(writer.branch(op, -1));
        }
    }

    private void jumpIf(int depth) {
        int condition = writer.pop();
        Block target = target(depth);
        if (target.begin() < 0 && !target.hasValue()) {
            target.toEnd().add(writer.branch(FlatOp.BR_IF, condition));
            return;
        }
        // What goes with the branch must not be done where it is not taken.
        int past = writer.branch(FlatOp.BR_UNLESS, condition);
        jump(FlatOp.BR, depth);
        writer.land(List.of(past));
    }

    private void table(AnnotatedInstruction instruction) {
        int chosen = writer.pop();
        int from = writer.table(chosen, instruction.operandCount());
        for (int each = 0; each < instruction.operandCount(); each++) {
            Block target = target((int) instruction.operand(each));
            if (target.hasValue()) {
                throw new ParserFailure("a table of branches with values is not known");
            }
            if (target.begin() >= 0) {
                writer.set(from + each, target.begin());
            } else {
                target.toEnd().add(from + each);
            }
        }
        unreachable = 0;
    }
}
