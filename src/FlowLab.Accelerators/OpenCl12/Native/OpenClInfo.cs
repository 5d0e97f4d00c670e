using System.Text;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>Properties of platforms, devices and programs, each by a number of cl.h.</summary>
internal static unsafe class OpenClInfo
{
    internal const uint PlatformVersion = 0x0901;
    internal const uint PlatformName = 0x0902;

    internal const uint DeviceType = 0x1000;
    internal const uint DeviceMaxComputeUnits = 0x1002;
    internal const uint DeviceMaxWorkGroupSize = 0x1004;
    internal const uint DeviceMaxWorkItemSizes = 0x1005;
    internal const uint DeviceMaxClockFrequency = 0x100C;
    internal const uint DeviceMaxMemAllocSize = 0x1010;
    internal const uint DeviceMaxParameterSize = 0x1017;
    internal const uint DeviceSingleFpConfig = 0x101B;
    internal const uint DeviceGlobalMemSize = 0x101F;
    internal const uint DeviceMaxConstantBufferSize = 0x1020;
    internal const uint DeviceLocalMemSize = 0x1023;
    internal const uint DeviceEndianLittle = 0x1026;
    internal const uint DeviceAvailable = 0x1027;
    internal const uint DeviceCompilerAvailable = 0x1028;
    internal const uint DeviceName = 0x102B;
    internal const uint DeviceVendor = 0x102C;
    internal const uint DriverVersion = 0x102D;
    internal const uint DeviceProfile = 0x102E;
    internal const uint DeviceVersion = 0x102F;
    internal const uint DeviceExtensions = 0x1030;
    internal const uint DeviceSubGroupSizesIntel = 0x4108;

    internal const uint ProgramBinarySizes = 0x1165;
    internal const uint ProgramBinaries = 0x1166;
    internal const uint ProgramBuildLog = 0x1183;

    internal const uint KernelWorkGroupSize = 0x11B0;
    internal const uint KernelPreferredWorkGroupSizeMultiple = 0x11B3;

    internal const uint ProfilingCommandEnd = 0x1283;

    /// <summary>A query: how large the value is, or the value.</summary>
    internal delegate OpenClStatus Query(nuint size, void* value, nuint* needed);

    internal static string TextOf(Query query, string what)
    {
        nuint size;
        OpenCl12Exception.ThrowIfFailed(query(0, null, &size), what);
        var bytes = new byte[size];
        fixed (byte* start = bytes)
            OpenCl12Exception.ThrowIfFailed(query(size, start, null), what);
        return Encoding.UTF8.GetString(bytes).TrimEnd('\0').Trim();
    }

    internal static T ValueOf<T>(Query query, string what)
        where T : unmanaged
    {
        T value = default;
        OpenCl12Exception.ThrowIfFailed(query((nuint)sizeof(T), &value, null), what);
        return value;
    }

    internal static T[] ListOf<T>(Query query, string what)
        where T : unmanaged
    {
        nuint size;
        OpenCl12Exception.ThrowIfFailed(query(0, null, &size), what);
        var values = new T[(int)size / sizeof(T)];
        fixed (T* start = values)
            OpenCl12Exception.ThrowIfFailed(query(size, start, null), what);
        return values;
    }
}
