package org.cbthomework.demo.patients;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Device.DeviceNameType;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * The clinicians of the demo, one who treats nobody here, an auditor, and the Device whose word the times of the imported
 * history are.
 */
final class Staff {

    static final String IMPORT = "Device/demo-import";
    static final String OUTSIDE = "demo-outside";
    static final String AUDITOR = "demo-auditor";

    private Staff() {}

    static List<Resource> resources() {
        Device device = Marks.marked(new Device(), "demo-import");
        device.addDeviceName().setName("Demo import").setType(DeviceNameType.USERFRIENDLYNAME);
        return Stream.concat(
                        Stream.of(
                                device,
                                practitioner(OUTSIDE, "Outside", "Clinician"),
                                practitioner(AUDITOR, "Auditor"),
                                auditorsRole()),
                        Stream.of(Clinician.values()).map(Staff::practitioner))
                .toList();
    }

    private static Resource practitioner(Clinician clinician) {
        return practitioner(clinician.id(), clinician.family(), "Clinician");
    }

    private static Resource practitioner(String id, String family, String... furtherNames) {
        Practitioner practitioner = Marks.marked(new Practitioner(), id);
        practitioner.setActive(true);
        practitioner.addIdentifier().setSystem(Marks.SYSTEM + "/clinician").setValue(id);
        HumanName name = practitioner.addName().setFamily(family).addGiven("Demo");
        Stream.of(furtherNames).forEach(name::addGiven);
        return practitioner;
    }

    private static Resource auditorsRole() {
        PractitionerRole role = Marks.marked(new PractitionerRole(), AUDITOR + "-role");
        role.setActive(true);
        role.setPractitioner(new Reference("Practitioner/" + AUDITOR));
        role.addCode().addCoding(Item.coded("homework", "auditor", "Auditor, who reads who opened what"));
        return role;
    }
}
