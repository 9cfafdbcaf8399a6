package dev.plumbline.ui.privileges;

import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A cell of the matrix: ACL letters, a star after those that may be granted on; a dot where nothing is held. */
final class MatrixCell extends TableCell<MatrixLine, MatrixLine> {
    private final int column;
    private final LetterTexts texts;

    MatrixCell(int column, LetterTexts texts) {
        this.column = column;
        this.texts = texts;
        getStyleClass().addAll("mono", "letters");
    }

    @Override
    protected void updateItem(@Nullable MatrixLine line, boolean empty) {
        super.updateItem(line, empty);
        setText(empty || line == null ? null : texts.of(line.held(column), line.grantable(column)));
    }
}
