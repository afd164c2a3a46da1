package io.mokuroku.episodes;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class EpisodeSchedulerApplication {

	public static void main(String[] args) {
		SpringApplication.run(EpisodeSchedulerApplication.class, args);
	}

}
