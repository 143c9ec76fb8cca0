"""Int8 products whose result does not depend on the batch."""

from __future__ import annotations

import numpy as np
import pytest

onnx = pytest.importorskip("onnx")
onnxruntime = pytest.importorskip("onnxruntime")

from onnx import TensorProto, helper, numpy_helper  # noqa: E402

from training.rowwise import input_ranges, quantise  # noqa: E402

RANDOM = np.random.default_rng(1)
WEIGHT = RANDOM.normal(size=(320, 64)).astype(np.float32)
ROWS = (RANDOM.normal(size=(1, 9, 320)) * np.exp(RANDOM.normal(size=320))).astype(np.float32)
MASK = np.ones((1, 9), np.float32)


def graph() -> onnx.ModelProto:
    """One product, as a layer of the encoder has it."""
    node = helper.make_node("MatMul", ["mixed", "weight"], ["y"], "/encoder/layers.0/up/MatMul")
    copy = helper.make_node("Mul", ["x", "mask_u"], ["mixed"])
    last = numpy_helper.from_array(np.array([2]), "last")
    unsqueeze = helper.make_node("Unsqueeze", ["mask", "last"], ["mask_u"])
    inputs = [
        helper.make_tensor_value_info("x", TensorProto.FLOAT, ("b", "t", 320)),
        helper.make_tensor_value_info("mask", TensorProto.FLOAT, ("b", "t")),
    ]
    output = helper.make_tensor_value_info("y", TensorProto.FLOAT, ("b", "t", 64))
    weight = numpy_helper.from_array(WEIGHT, "weight")
    body = helper.make_graph([unsqueeze, copy, node], "one", inputs, [output], [weight, last])
    return helper.make_model(body, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def run(model: onnx.ModelProto, x: np.ndarray) -> np.ndarray:
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), providers=["CPUExecutionProvider"]
    )
    found: np.ndarray = session.run(None, {"x": x, "mask": np.ones(x.shape[:2], np.float32)})[0]
    return found


@pytest.mark.parametrize("fixed", [False, True])
def test_a_row_does_not_depend_on_the_others(fixed: bool) -> None:
    ranges = input_ranges(graph(), [{"x": ROWS, "mask": MASK}]) if fixed else None
    model = quantise(graph(), ranges)
    alone = run(model, ROWS)
    beside = run(model, np.concatenate([ROWS, 100 * ROWS, -ROWS]))
    assert np.array_equal(alone[0], beside[0])


@pytest.mark.parametrize("fixed", [False, True])
@pytest.mark.parametrize("reduce_range", [False, True])
def test_the_product_is_close(fixed: bool, reduce_range: bool) -> None:
    ranges = input_ranges(graph(), [{"x": ROWS, "mask": MASK}]) if fixed else None
    found = run(quantise(graph(), ranges, reduce_range=reduce_range), ROWS)
    exact = ROWS @ WEIGHT
    assert np.abs(found - exact).max() < 0.06 * np.abs(exact).max()


def test_values_beyond_the_range_are_clipped() -> None:
    ranges = input_ranges(graph(), [{"x": ROWS, "mask": MASK}])
    found = run(quantise(graph(), ranges), 1e6 * ROWS)
    assert np.isfinite(found).all()
