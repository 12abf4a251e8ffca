package org.cbthomework.demo.patients;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Device.DeviceNameType;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Resource;

/** The clinicians of the demo, and the Device whose word the times of the imported history are. */
final class Staff {

    static final String IMPORT = "Device/demo-import";

    private Staff() {}

    static List<Resource> resources() {
        Device device = Marks.marked(new Device(), "demo-import");
        device.addDeviceName().setName("Demo import").setType(DeviceNameType.USERFRIENDLYNAME);
        return Stream.concat(Stream.of(device), Stream.of(Clinician.values()).map(Staff::practitioner))
                .toList();
    }

    private static Resource practitioner(Clinician clinician) {
        Practitioner practitioner = Marks.marked(new Practitioner(), clinician.id());
        practitioner.setActive(true);
        practitioner.addIdentifier().setSystem(Marks.SYSTEM + "/clinician").setValue(clinician.id());
        practitioner.addName().setFamily(clinician.family()).addGiven("Demo").addGiven("Clinician");
        return practitioner;
    }
}
