using System.Text;
using ILGPU.Backends.OpenCL;

namespace ILGPU.Runtime.OpenCL;

/// <summary>A compiled program.</summary>
internal sealed unsafe class CLProgram
{
    private const string Attempt = "asking OpenCL for a compiled program";

    private readonly nint _device;

    private CLProgram(nint handle, nint device) => (Handle, _device) = (handle, device);

    ~CLProgram() => CLNative.ReleaseProgram(Handle);

    internal nint Handle { get; }

    /// <exception cref="InvalidOperationException">FLK311: the device's compiler does not take the source.</exception>
    internal static CLProgram OfSource(CLAccelerator accelerator, OpenClSource source)
    {
        CLStatus status;
        fixed (byte* text = Encoding.UTF8.GetBytes(source.Text + '\0'))
        {
            var handle = CLNative.CreateProgramWithSource(accelerator.NativeContext, 1, &text, null, &status);
            CLException.ThrowIfFailed(status, $"compiling {source.EntryPoint} on {accelerator}");
            var program = new CLProgram(handle, accelerator.CLDevice.DeviceId);
            status = program.Build(accelerator.CLDevice);
            return status == CLStatus.CL_SUCCESS
                ? program
                : throw CLException.BuildFailure(status, source.EntryPoint, accelerator.ToString(), program.Log());
        }
    }

    /// <summary>A program that was compiled before; null where the driver does not take it any more.</summary>
    internal static CLProgram? OfBinary(CLAccelerator accelerator, byte[] binary, OpenClSource source)
    {
        var (device, length, binaryStatus, status) = (accelerator.CLDevice.DeviceId, (nuint)binary.Length, default(CLStatus), default(CLStatus));
        fixed (byte* content = binary)
        {
            var handle = CLNative.CreateProgramWithBinary(accelerator.NativeContext, 1, &device, &length, &content, &binaryStatus, &status);
            if (status != CLStatus.CL_SUCCESS)
                return null;
            var program = new CLProgram(handle, device);
            return binaryStatus == CLStatus.CL_SUCCESS && program.Build(accelerator.CLDevice) == CLStatus.CL_SUCCESS && program.Has(source.EntryPoint) ? program : null;
        }
    }

    /// <summary>The program as the driver can load it again; null where it cannot.</summary>
    internal byte[]? Binary()
    {
        var size = CLInfo.ListOf<nuint>((size, value, needed) => CLNative.GetProgramInfo(Handle, CLInfo.ProgramBinarySizes, size, value, needed), Attempt)[0];
        if (size == 0)
            return null;
        var binary = new byte[size];
        fixed (byte* content = binary)
        {
            var target = content;
            var status = CLNative.GetProgramInfo(Handle, CLInfo.ProgramBinaries, (nuint)sizeof(byte*), &target, null);
            GC.KeepAlive(this);
            return status == CLStatus.CL_SUCCESS ? binary : null;
        }
    }

    private CLStatus Build(CLDevice device)
    {
        var handle = _device;
        fixed (byte* options = Encoding.UTF8.GetBytes(CLBuildOptions.Of(device) + '\0'))
            return CLNative.BuildProgram(Handle, 1, &handle, options, null, null);
    }

    private bool Has(string entryPoint)
    {
        CLStatus status;
        var kernel = CLNative.CreateKernel(Handle, entryPoint, &status);
        if (status == CLStatus.CL_SUCCESS)
            CLNative.ReleaseKernel(kernel);
        return status == CLStatus.CL_SUCCESS;
    }

    private string Log() =>
        CLInfo.TextOf((size, value, needed) => CLNative.GetProgramBuildInfo(Handle, _device, CLInfo.ProgramBuildLog, size, value, needed), Attempt);
}
