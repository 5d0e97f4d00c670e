namespace FlowLab.Flows;

/// <summary>A flow before it had passes.</summary>
public interface IFlow : IDisposable
{
    int Length { get; }
}
