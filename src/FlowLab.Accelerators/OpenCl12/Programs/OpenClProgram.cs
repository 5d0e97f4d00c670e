using System.Text;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>A compiled program.</summary>
internal sealed unsafe class OpenClProgram
{
    private const string Attempt = "asking OpenCL for a compiled program";

    private readonly nint _device;

    private OpenClProgram(nint handle, nint device) => (Handle, _device) = (handle, device);

    ~OpenClProgram() => OpenClApi.ReleaseProgram(Handle);

    internal nint Handle { get; }

    /// <exception cref="InvalidOperationException">FLK311: the device's compiler does not take the source.</exception>
    internal static OpenClProgram OfSource(OpenCl12Accelerator accelerator, OpenClSource source)
    {
        OpenClStatus status;
        fixed (byte* text = Encoding.UTF8.GetBytes(source.Text + '\0'))
        {
            var handle = OpenClApi.CreateProgramWithSource(accelerator.NativePtr, 1, &text, null, &status);
            OpenCl12Exception.ThrowIfFailed(status, $"compiling {source.EntryPoint} on {accelerator}");
            var program = new OpenClProgram(handle, accelerator.Device.DeviceId);
            status = program.Build(accelerator.Device);
            return status == OpenClStatus.CL_SUCCESS
                ? program
                : throw OpenCl12Exception.BuildFailure(status, source.EntryPoint, accelerator.ToString(), program.Log());
        }
    }

    /// <summary>A program that was compiled before; null where the driver does not take it any more.</summary>
    internal static OpenClProgram? OfBinary(OpenCl12Accelerator accelerator, byte[] binary, OpenClSource source)
    {
        var (device, length, binaryStatus, status) = (accelerator.Device.DeviceId, (nuint)binary.Length, default(OpenClStatus), default(OpenClStatus));
        fixed (byte* content = binary)
        {
            var handle = OpenClApi.CreateProgramWithBinary(accelerator.NativePtr, 1, &device, &length, &content, &binaryStatus, &status);
            if (status != OpenClStatus.CL_SUCCESS)
                return null;
            var program = new OpenClProgram(handle, device);
            return binaryStatus == OpenClStatus.CL_SUCCESS && program.Build(accelerator.Device) == OpenClStatus.CL_SUCCESS && program.Has(source.EntryPoint) ? program : null;
        }
    }

    /// <summary>The program as the driver can load it again; null where it cannot.</summary>
    internal byte[]? Binary()
    {
        var size = OpenClInfo.ListOf<nuint>((size, value, needed) => OpenClApi.GetProgramInfo(Handle, OpenClInfo.ProgramBinarySizes, size, value, needed), Attempt)[0];
        if (size == 0)
            return null;
        var binary = new byte[size];
        fixed (byte* content = binary)
        {
            var target = content;
            var status = OpenClApi.GetProgramInfo(Handle, OpenClInfo.ProgramBinaries, (nuint)sizeof(byte*), &target, null);
            GC.KeepAlive(this);
            return status == OpenClStatus.CL_SUCCESS ? binary : null;
        }
    }

    private OpenClStatus Build(OpenCl12Device device)
    {
        var handle = _device;
        fixed (byte* options = Encoding.UTF8.GetBytes(OpenClBuildOptions.Of(device) + '\0'))
            return OpenClApi.BuildProgram(Handle, 1, &handle, options, null, null);
    }

    private bool Has(string entryPoint)
    {
        OpenClStatus status;
        var kernel = OpenClApi.CreateKernel(Handle, entryPoint, &status);
        if (status == OpenClStatus.CL_SUCCESS)
            OpenClApi.ReleaseKernel(kernel);
        return status == OpenClStatus.CL_SUCCESS;
    }

    private string Log() =>
        OpenClInfo.TextOf((size, value, needed) => OpenClApi.GetProgramBuildInfo(Handle, _device, OpenClInfo.ProgramBuildLog, size, value, needed), Attempt);
}
