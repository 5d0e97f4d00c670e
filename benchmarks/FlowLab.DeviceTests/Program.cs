using FlowLab.DeviceTests;

const string Usage = """
    Tests FlowLab on CUDA devices.

      FlowLab.DeviceTests run [--simulated]   runs the suite on every device; --simulated: on a driver that runs PTX on the processor
      FlowLab.DeviceTests figures             measures launches, copies, a function and products on every device
      FlowLab.DeviceTests ptx FOLDER          writes the PTX of every kernel into a folder

    Ends with 0 if all is right, 1 if not, 2 if it was asked for something else, 77 if there is no CUDA device.
    """;

switch (args)
{
    case ["run"]:
        return DeviceRun.OnDevices(DeviceSuite.Run);
    case ["run", "--simulated"]:
        return DeviceRun.Simulated(DeviceSuite.Run);
    case ["figures"]:
        return DeviceRun.OnDevices(DeviceFigures.Run);
    case ["ptx", var folder]:
        return PtxFiles.Write(folder);
    default:
        Console.WriteLine(Usage);
        return args is ["--help"] ? ExitCode.Success : ExitCode.Usage;
}
