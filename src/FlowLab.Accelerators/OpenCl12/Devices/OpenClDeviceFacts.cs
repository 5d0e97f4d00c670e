namespace FlowLab.Accelerators.OpenCl12;

/// <summary>The properties of a device that decide whether kernels run on it.</summary>
/// <param name="IsAvailable">The driver can use it now.</param>
/// <param name="HasCompiler">The driver compiles OpenCL C.</param>
/// <param name="IsCustom">It runs functions that are built in, and no others.</param>
/// <param name="Version">The version of OpenCL and what the vendor adds to it.</param>
/// <param name="Profile">Full or embedded.</param>
/// <param name="IsLittleEndian">The order of bytes in memory is that of the host.</param>
/// <param name="FloatingPoint">What it does with float.</param>
internal sealed record OpenClDeviceFacts(
    bool IsAvailable, bool HasCompiler, bool IsCustom, string Version, string Profile, bool IsLittleEndian, OpenClFloatingPoint FloatingPoint)
{
    private const ulong CustomType = 1 << 4;

    internal static OpenClDeviceFacts Of(OpenCl12Device device) => new(
        device.Value<uint>(OpenClInfo.DeviceAvailable) != 0,
        device.Value<uint>(OpenClInfo.DeviceCompilerAvailable) != 0,
        (device.Value<ulong>(OpenClInfo.DeviceType) & CustomType) != 0,
        device.Version,
        device.Text(OpenClInfo.DeviceProfile),
        device.Value<uint>(OpenClInfo.DeviceEndianLittle) != 0,
        device.FloatingPoint);
}
