namespace FlowLab.Devices;

/// <summary>Every device of the machine, refused ones too, and why a kind of device is not there at all.</summary>
public sealed record DeviceSurvey(IReadOnlyList<DeviceReport> Devices, IReadOnlyList<string> Notes)
{
    /// <summary>Asks the machine.</summary>
    public static DeviceSurvey Take()
    {
        var (opencl, cuda) = (OpenClSurvey.Take(), CudaSurvey.Take());
        return new([CpuSurvey.Take(), .. opencl.Devices, .. cuda.Devices], [.. opencl.Notes, .. cuda.Notes]);
    }
}
