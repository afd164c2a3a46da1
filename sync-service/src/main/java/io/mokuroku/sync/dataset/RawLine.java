package io.mokuroku.sync.dataset;

/**
 * One position in a release that was not read yet. It may be looked at until the next one
 * is.
 */
public final class RawLine {

	private final long number;

	private final Window.Piece piece;

	private final RecordParser parser;

	RawLine(long number, Window.Piece piece, RecordParser parser) {
		this.number = number;
		this.piece = piece;
		this.parser = parser;
	}

	/** Where it stands: positions count from 1. */
	public long number() {
		return this.number;
	}

	/** The print of its bytes. */
	public LinePrint print() {
		return LinePrint.of(this.piece.bytes, this.piece.from, this.piece.to);
	}

	/** Reads what it says. */
	public DatasetLine read() {
		return this.parser.parse(this.number, this.piece);
	}

}
