package org.cbthomework.plugin;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Whether some other package of the plugin depends on a class. */
final class BeNeededElsewhere extends ArchCondition<JavaClass> {

    static final ArchCondition<JavaClass> BE_NEEDED_ELSEWHERE = new BeNeededElsewhere();

    private BeNeededElsewhere() {
        super("be needed in another package");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean needed = type.getDirectDependenciesToSelf().stream()
                .anyMatch(dependency ->
                        !dependency.getOriginClass().getPackageName().equals(type.getPackageName()));
        events.add(new SimpleConditionEvent(
                type, needed, type.getName() + (needed ? " is" : " is not") + " needed in another package"));
    }
}
