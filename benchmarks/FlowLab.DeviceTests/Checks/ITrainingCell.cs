using FlowLab.Engine.Training;

namespace FlowLab.DeviceTests.Checks;

/// <summary>A small model in training.</summary>
internal interface ITrainingCell : IDisposable
{
    /// <summary>The training.</summary>
    TrainingSession Session { get; }
}
