using ILGPU.Backends.OpenCL;

namespace ILGPU.Runtime.OpenCL;

/// <summary>What the compiler of a device is told: the language, and to round as C# does. Nothing that makes arithmetic faster and less exact.</summary>
internal static class CLBuildOptions
{
    internal static string Of(CLDevice device)
    {
        // The sub-groups of Khronos are functions of OpenCL C 2.0 and later; everything else keeps to 1.2.
        var language = device.Target.Shuffles != OpenClShuffles.Khronos ? "CL1.2" : CLRefusal.VersionOf(device.Version) >= 30 ? "CL3.0" : "CL2.0";
        var division = device.FloatingPoint.HasFlag(CLFloatingPoint.ExactDivisionAndRoot) ? " -cl-fp32-correctly-rounded-divide-sqrt" : "";
        return $"-cl-std={language}{division}";
    }
}
