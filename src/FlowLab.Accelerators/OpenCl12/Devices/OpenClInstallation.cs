namespace FlowLab.Accelerators.OpenCl12;

/// <summary>The OpenCL of the machine, asked once per process: its platforms, or why there are none.</summary>
internal sealed unsafe class OpenClInstallation
{
    private static readonly Lazy<OpenClInstallation> Found = new(() => new());

    private OpenClInstallation()
    {
        Fault = OpenClLoader.Load();
        if (Fault is null)
            (Platforms, Fault) = FindPlatforms();
    }

    internal static OpenClInstallation Current => Found.Value;

    /// <summary>Why there is no platform, or null.</summary>
    internal string? Fault { get; }

    internal IReadOnlyList<OpenClPlatform> Platforms { get; } = [];

    internal IEnumerable<OpenCl12Device> Devices => Platforms.SelectMany(platform => platform.Devices);

    /// <exception cref="NotSupportedException">FLK316: there is no OpenCL on the machine.</exception>
    internal static void Require()
    {
        // Devices ask for it while the platforms are being listed.
        if (OpenClLoader.Load() is { } fault)
            throw new NotSupportedException($"FLK316: OpenCL cannot be used: {fault}.");
    }

    private static (IReadOnlyList<OpenClPlatform> Platforms, string? Fault) FindPlatforms()
    {
        uint count;
        var status = OpenClApi.GetPlatformIds(0, null, &count);
        if (status == OpenClStatus.CL_PLATFORM_NOT_FOUND_KHR || (status == OpenClStatus.CL_SUCCESS && count == 0))
            return ([], "the OpenCL loader knows no driver; install that of the device, or pocl-opencl-icd for the processor");
        if (status != OpenClStatus.CL_SUCCESS)
            return ([], OpenCl12Exception.Of(status, "listing the OpenCL platforms").Message);
        var platforms = new nint[count];
        fixed (nint* start = platforms)
            status = OpenClApi.GetPlatformIds(count, start, null);
        return status == OpenClStatus.CL_SUCCESS
            ? ([.. platforms.Select(OpenClPlatform.Of)], null)
            : ([], OpenCl12Exception.Of(status, "listing the OpenCL platforms").Message);
    }
}
