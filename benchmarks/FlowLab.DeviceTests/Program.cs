using FlowLab.DeviceTests;

const string Usage = """
    Tests FlowLab on CUDA devices, through ILGPU's CUDA accelerator.

      FlowLab.DeviceTests run          runs the suite on every device
      FlowLab.DeviceTests run --simd   runs the suite on the processor, to try the suite itself
      FlowLab.DeviceTests figures      measures launches, copies, a function and products on every device

    Ends with 0 if all is right, 1 if not, 2 if it was asked for something else, 77 if there is no CUDA device.
    """;

switch (args)
{
    case ["run"]:
        return DeviceRun.OnDevices(DeviceSuite.Run);
    case ["run", "--simd"]:
        return DeviceRun.OnProcessor(DeviceSuite.Run);
    case ["figures"]:
        return DeviceRun.OnDevices(DeviceFigures.Run);
    default:
        Console.WriteLine(Usage);
        return args is ["--help"] ? ExitCode.Success : ExitCode.Usage;
}
