using System.Runtime.InteropServices;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>
/// Keeps drivers from taking signals that .NET lives by. PoCL handles SIGFPE of the whole process, and goes on behind a division by zero as if
/// nothing had been; then .NET throws no <see cref="DivideByZeroException"/> any more. Our own kernels never divide by zero on OpenCL devices.
/// </summary>
internal static partial class OpenClSignals
{
    /// <summary>To be called before a driver is loaded. Drivers read the native environment, which .NET does not write to.</summary>
    internal static void Keep()
    {
        // What the user has set stays as it is.
        if (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS())
            _ = SetVariable("POCL_SIGFPE_HANDLER", "0", overwrite: 0);
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int overwrite);
}
