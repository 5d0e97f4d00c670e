namespace ILGPU.Runtime.OpenCL;

/// <summary>The properties of a device that decide whether kernels run on it.</summary>
/// <param name="IsAvailable">The driver can use it now.</param>
/// <param name="HasCompiler">The driver compiles OpenCL C.</param>
/// <param name="IsCustom">It runs functions that are built in, and no others.</param>
/// <param name="Version">The version of OpenCL and what the vendor adds to it.</param>
/// <param name="Profile">Full or embedded.</param>
/// <param name="IsLittleEndian">The order of bytes in memory is that of the host.</param>
/// <param name="FloatingPoint">What it does with float.</param>
internal sealed record CLDeviceFacts(
    bool IsAvailable, bool HasCompiler, bool IsCustom, string Version, string Profile, bool IsLittleEndian, CLFloatingPoint FloatingPoint)
{
    private const ulong CustomType = 1 << 4;

    internal static CLDeviceFacts Of(CLDevice device) => new(
        device.Value<uint>(CLInfo.DeviceAvailable) != 0,
        device.Value<uint>(CLInfo.DeviceCompilerAvailable) != 0,
        (device.Value<ulong>(CLInfo.DeviceType) & CustomType) != 0,
        device.Version,
        device.Text(CLInfo.DeviceProfile),
        device.Value<uint>(CLInfo.DeviceEndianLittle) != 0,
        device.FloatingPoint);
}
