package io.mokuroku.search.query;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.mokuroku.search.index.AnimeFilter;
import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.index.IndexView;
import io.mokuroku.search.index.TestIndexes;
import io.mokuroku.search.title.FoldedTitle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

final class UnderstandingTests {

	@TempDir
	private Path folder;

	private AnimeIndex index;

	private final List<String> lookedUp = new ArrayList<>();

	@BeforeEach
	void open() {
		this.index = TestIndexes.open(this.folder);
	}

	@AfterEach
	void close() {
		TestIndexes.close(this.index);
	}

	@Test
	void looksUpEachNameOfAQuestionOnce() {
		understand("something like alpha, but not alpha or beta or alpha");
		assertThat(this.lookedUp).contains("alpha", "beta").doesNotHaveDuplicates();
	}

	@Test
	void looksUpTenNamesOfAQuestionAndNoMore() {
		String names = IntStream.range(0, 30)
			.mapToObj((number) -> "name" + (char) ('a' + number % 26) + (char) ('a' + number / 26))
			.collect(Collectors.joining(" or "));
		understand("films without " + names);
		assertThat(this.lookedUp).filteredOn((name) -> name.startsWith("name")).hasSize(10);
	}

	private void understand(String question) {
		this.index.reading((view) -> new Understanding.Reader().read(counting(view), question, AnimeFilter.NONE, 5));
	}

	/** The same view, which remembers the titles it is asked for. */
	private IndexView counting(IndexView view) {
		return (IndexView) Proxy.newProxyInstance(IndexView.class.getClassLoader(), new Class<?>[] { IndexView.class },
				(_, method, arguments) -> {
					if (method.getName().equals("named")) {
						this.lookedUp.add(((FoldedTitle) arguments[0]).joined());
					}
					return method.invoke(view, arguments);
				});
	}

}
