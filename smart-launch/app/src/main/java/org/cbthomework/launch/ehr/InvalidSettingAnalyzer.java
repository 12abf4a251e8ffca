package org.cbthomework.launch.ehr;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Has a start that a setting prevents end with two sentences instead of a stack trace. */
final class InvalidSettingAnalyzer extends AbstractFailureAnalyzer<InvalidSetting> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, InvalidSetting setting) {
        return new FailureAnalysis(setting.problem(), setting.remedy(), setting);
    }
}
