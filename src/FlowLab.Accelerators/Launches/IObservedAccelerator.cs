namespace FlowLab.Accelerators.Launches;

/// <summary>An accelerator of ours, whose launches can be looked at.</summary>
internal interface IObservedAccelerator
{
    /// <summary>Who is told of launches; null for nobody, which costs launches nothing.</summary>
    ILaunchObserver? Observer { get; set; }
}
