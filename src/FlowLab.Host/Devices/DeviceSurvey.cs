namespace FlowLab.Host.Devices;

/// <summary>The devices of a kind, refused ones too, and why there are none.</summary>
/// <param name="Offers">In the order of their numbers.</param>
/// <param name="Notes">What is to be said about the kind, a line each.</param>
internal sealed record DeviceSurvey(IReadOnlyList<DeviceOffer> Offers, IReadOnlyList<string> Notes)
{
    private static readonly (string Kind, Func<DeviceSurvey> Take)[] Kinds =
    [
        (DeviceName.Cpu, ProcessorSurvey.OfVectors),
        (DeviceName.OpenCl, OpenClSurvey.OfBest),
        (DeviceName.OpenCl12, OpenClSurvey.OfOurs),
        (DeviceName.Cuda, CudaSurvey.Take),
        (DeviceName.IlgpuCpu, ProcessorSurvey.OfEmulation),
    ];

    /// <summary>Asks the machine about everything.</summary>
    public static DeviceSurvey Take()
    {
        DeviceSurvey[] all = [.. Kinds.Select(kind => kind.Take())];
        return new DeviceSurvey([.. all.SelectMany(survey => survey.Offers)], [.. all.SelectMany(survey => survey.Notes)]);
    }

    /// <summary>The device that a name means, or null. Drivers of other kinds are not touched.</summary>
    public static DeviceOffer? Find(string name)
    {
        string kind = DeviceName.KindOf(name);
        return Kinds.Where(candidate => candidate.Kind == kind)
            .SelectMany(candidate => candidate.Take().Offers)
            .FirstOrDefault(offer => !offer.IsRefused && DeviceName.IsSame(name, offer.Name));
    }
}
