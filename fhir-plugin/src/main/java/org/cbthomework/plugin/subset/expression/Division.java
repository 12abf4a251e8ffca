package org.cbthomework.plugin.subset.expression;

import java.util.List;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.fhirpath.ExpressionNode.Kind;
import org.hl7.fhir.r4.fhirpath.ExpressionNode.Operation;
import org.hl7.fhir.r4.model.DecimalType;

/**
 * Makes quotients as fine as a browser's: HAPI's engine gives as many digits as the dividend has, so that 13 / 7 is 1.9. Each
 * {@code a / b} becomes {@code a * 1.000000000000 / b}.
 */
final class Division {

    private static final String ONE = "1.000000000000";

    private Division() {}

    static void refine(ExpressionNode start) {
        for (ExpressionNode node = start; node != null; node = node.getInner()) {
            List<ExpressionNode> parameters = node.getParameters() == null ? List.of() : node.getParameters();
            parameters.forEach(Division::refine);
            if (node.getGroup() != null) {
                refine(node.getGroup());
            }
        }
        ExpressionNode next = start.getOpNext();
        if (next == null) {
            return;
        }
        refine(next);
        if (start.getOperation() == Operation.DivideBy) {
            ExpressionNode one = new ExpressionNode(0);
            one.setKind(Kind.Constant);
            one.setConstant(new DecimalType(ONE));
            one.setStart(start.getStart());
            one.setEnd(start.getEnd());
            one.setOperation(Operation.DivideBy);
            one.setOpNext(next);
            start.setOperation(Operation.Times);
            start.setOpNext(one);
        }
    }
}
