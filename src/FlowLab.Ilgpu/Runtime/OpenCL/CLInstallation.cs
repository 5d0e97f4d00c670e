namespace ILGPU.Runtime.OpenCL;

/// <summary>The OpenCL of the machine, asked once per process: its platforms, or why there are none.</summary>
internal sealed unsafe class CLInstallation
{
    private static readonly Lazy<CLInstallation> Found = new(() => new());

    private CLInstallation()
    {
        Fault = CLLoader.Load();
        if (Fault is null)
            (Platforms, Fault) = FindPlatforms();
    }

    internal static CLInstallation Current => Found.Value;

    /// <summary>Why there is no platform, or null.</summary>
    internal string? Fault { get; }

    internal IReadOnlyList<CLPlatform> Platforms { get; } = [];

    internal IEnumerable<CLDevice> Devices => Platforms.SelectMany(platform => platform.Devices);

    /// <exception cref="NotSupportedException">FLK316: there is no OpenCL on the machine.</exception>
    internal static void Require()
    {
        // Devices ask for it while the platforms are being listed.
        if (CLLoader.Load() is { } fault)
            throw new NotSupportedException($"FLK316: OpenCL cannot be used: {fault}.");
    }

    private static (IReadOnlyList<CLPlatform> Platforms, string? Fault) FindPlatforms()
    {
        uint count;
        var status = CLNative.GetPlatformIds(0, null, &count);
        if (status == CLStatus.CL_PLATFORM_NOT_FOUND_KHR || (status == CLStatus.CL_SUCCESS && count == 0))
            return ([], "the OpenCL loader knows no driver; install that of the device, or pocl-opencl-icd for the processor");
        if (status != CLStatus.CL_SUCCESS)
            return ([], CLException.Of(status, "listing the OpenCL platforms").Message);
        var platforms = new nint[count];
        fixed (nint* start = platforms)
            status = CLNative.GetPlatformIds(count, start, null);
        return status == CLStatus.CL_SUCCESS
            ? ([.. platforms.Select(CLPlatform.Of)], null)
            : ([], CLException.Of(status, "listing the OpenCL platforms").Message);
    }
}
