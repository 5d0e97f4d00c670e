namespace FlowLab.Engine.Networks;

/// <summary>A nonlinearity of one number, usable in kernels.</summary>
public interface IPointwiseFunction
{
    float Value(float x);

    /// <summary>The derivative, from the function's value.</summary>
    float SlopeAtValue(float value);
}
