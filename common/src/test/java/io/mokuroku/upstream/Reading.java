package io.mokuroku.upstream;

import java.io.IOException;

/**
 * How the answers of one provider are read, for reading many of them in a row.
 */
@FunctionalInterface
public interface Reading {

	/**
	 * Reads an answer with everything that clients of the provider read with.
	 * @param endpoint what was asked, as far as that is known
	 * @return how many anime, episodes, people and rows were told; -1 if clients never
	 * ask for such an answer
	 */
	int read(String endpoint, byte[] body, Notes notes) throws IOException;

}
