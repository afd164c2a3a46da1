package io.mokuroku.sync.diff;

import java.io.IOException;

import io.mokuroku.sync.dataset.DatasetFile;
import io.mokuroku.sync.dataset.DatasetLine;
import io.mokuroku.sync.dataset.DatasetRecord;
import io.mokuroku.sync.dataset.LinePrint;

/**
 * The records of a release that was read before. What the next release has word for word
 * is known without parsing it.
 */
public final class KnownRecords {

	private final ReleaseIndex index;

	private final IdTable byPrint = new IdTable();

	/**
	 * All records of an index that is complete.
	 * @param index it may be empty: then nothing is known
	 */
	public KnownRecords(ReleaseIndex index) {
		this.index = index;
		for (int record = 0; record < index.size(); record++) {
			this.byPrint.putIfAbsent(index.prints, record);
		}
	}

	/**
	 * Reads a release, parsing what is not known.
	 * @return its index, the same as if all had been parsed
	 * @throws IOException if it cannot be read
	 * @throws InterruptedException if the thread is told to stop
	 */
	public ReleaseIndex read(DatasetFile release) throws IOException, InterruptedException {
		ReleaseIndex read = new ReleaseIndex(this.index.size() + 1);
		release.look((line) -> {
			LinePrint print = line.print();
			int record = this.byPrint.number(this.index.prints, print.high(), print.low());
			if (record >= 0) {
				read.add(print, this.index, record);
			}
			else {
				switch (line.read()) {
					case DatasetLine.Parsed(long _, DatasetRecord content) -> read.add(print, content);
					case DatasetLine.Broken _ -> read.addBroken();
				}
			}
			return !Thread.currentThread().isInterrupted();
		});
		if (Thread.interrupted()) {
			throw new InterruptedException();
		}
		return read;
	}

}
