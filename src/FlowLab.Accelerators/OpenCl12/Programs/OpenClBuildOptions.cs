namespace FlowLab.Accelerators.OpenCl12;

/// <summary>What the compiler of a device is told: the language, and to round as C# does. Nothing that makes arithmetic faster and less exact.</summary>
internal static class OpenClBuildOptions
{
    internal static string Of(OpenCl12Device device)
    {
        // The sub-groups of Khronos are functions of OpenCL C 2.0 and later; everything else keeps to 1.2.
        var language = device.Target.Shuffles != OpenClShuffles.Khronos ? "CL1.2" : OpenClDeviceRefusal.VersionOf(device.Version) >= 30 ? "CL3.0" : "CL2.0";
        var division = device.FloatingPoint.HasFlag(OpenClFloatingPoint.ExactDivisionAndRoot) ? " -cl-fp32-correctly-rounded-divide-sqrt" : "";
        return $"-cl-std={language}{division}";
    }
}
