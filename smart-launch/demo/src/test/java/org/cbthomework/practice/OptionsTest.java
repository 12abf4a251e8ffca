package org.cbthomework.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("domain")
class OptionsTest {

    @Test
    void untold_it_is_as_the_readme_says() {
        assertThat(Options.of(List.of())).isEqualTo(new Options(8080, 8081, Path.of("./data")));
    }

    @Test
    void each_may_be_told() {
        assertThat(Options.of(List.of("--data=a b/c=d", "--app-port=9001", "--ehr-port=9000")))
                .isEqualTo(new Options(9000, 9001, Path.of("a b/c=d")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--ehr-port=x | --ehr-port is 'x', which is no port. Give one from 1 to 65535, as in --ehr-port=8090.",
                "--app-port=65536 | --app-port is '65536', which is no port. Give one from 1 to 65535, as in"
                        + " --app-port=8090.",
                "--app-port=0 | --app-port is '0', which is no port. Give one from 1 to 65535, as in --app-port=8090.",
                "--app-port=8080 | --ehr-port and --app-port are both 8080. Give two that differ.",
                "--data= | --data is '', which is no folder. Give one, as in --data=./data.",
                "--port=8080 | '--port=8080' is no option. Those that there are, and what they are without being told:"
                        + " --ehr-port=8080, --app-port=8081, --data=./data.",
                "--ehr-port | '--ehr-port' is no option. Those that there are, and what they are without being told:"
                        + " --ehr-port=8080, --app-port=8081, --data=./data.",
            })
    void what_cannot_be_is_named_with_its_value_and_what_to_give(String argument, String message) {
        assertThatThrownBy(() -> Options.of(List.of(argument)))
                .isInstanceOf(CannotStart.class)
                .hasMessage(message);
    }
}
